import type { GraphQLError } from 'graphql';

interface Words {
  message: string;
  extensions?: Record<string, unknown>;
}

/** What this library says, and what GitHub (graphql-ruby) says to the same: https://graphql-ruby.org/queries/validation. */
const RULES: Array<{ says: RegExp; words: (...parts: string[]) => Words }> = [
  {
    says: /^Cannot query field "(\w+)" on type "(\w+)"/,
    words: (fieldName, typeName) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }),
  },
  {
    says: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    words: (argumentName, name) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: {
        code: 'argumentNotAccepted',
        name,
        typeName: 'Field',
        argumentName,
      },
    }),
  },
  {
    says: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    words: (name, argument) => ({
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: {
        code: 'missingRequiredArguments',
        className: 'Field',
        name,
        arguments: argument,
      },
    }),
  },
  {
    says: /^Field "(\w+)" of type "([^"]+)" must have a selection/,
    words: (field, type) => {
      const typeName = type.replace(/[[\]!]/g, '');
      return {
        message: `Field must have selections (field '${field}' returns ${typeName} but has no selections. Did you mean '${field} { ... }'?)`,
        extensions: {
          code: 'selectionMismatch',
          nodeName: `field '${field}'`,
          typeName,
        },
      };
    },
  },
  {
    says: /^Field "(\w+)" must not have a selection since type "([^"]+)"/,
    words: (field, type) => {
      const typeName = type.replace(/[[\]!]/g, '');
      return {
        message: `Selections can't be made on scalars (field '${field}' returns ${typeName} but has selections)`,
        extensions: {
          code: 'selectionMismatch',
          nodeName: `field '${field}'`,
          typeName,
        },
      };
    },
  },
  {
    says: /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    words: (variableName, operation) => ({
      message: `Variable $${variableName} is used by ${
        operation ?? 'anonymous query'
      } but not declared`,
      extensions: { code: 'variableNotDefined', variableName },
    }),
  },
  {
    says: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    words: (variableName, operation) => ({
      message: `Variable $${variableName} is declared by ${
        operation ?? 'anonymous query'
      } but not used`,
      extensions: { code: 'variableNotUsed', variableName },
    }),
  },
  {
    says: /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    words: (variableName, typeName, expected) => ({
      message: `${
        typeName.replace(/!$/, '') === expected.replace(/!$/, '')
          ? 'Nullability'
          : 'Type'
      } mismatch on variable $${variableName} and argument (${typeName} / ${expected})`,
      extensions: { code: 'variableMismatch', variableName, typeName },
    }),
  },
  {
    says: /^Unknown fragment "(\w+)"/,
    words: fragmentName => ({
      message: `Fragment ${fragmentName} was used, but not defined`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  },
  {
    says: /^Fragment "(\w+)" is never used/,
    words: fragmentName => ({
      message: `Fragment ${fragmentName} was defined, but not used`,
      extensions: { code: 'useAndDefineFragment', fragmentName },
    }),
  },
  {
    says: /^Unknown type "(\w+)"/,
    words: typeName => ({
      message: `No such type ${typeName}, so it can't be a fragment condition`,
      extensions: { code: 'undefinedType', typeName },
    }),
  },
  {
    says: /^Fragment (?:"\w+" )?cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    words: (parentName, typeName) => ({
      message: `Fragment on ${typeName} can't be spread inside ${parentName}`,
      extensions: { code: 'cannotSpreadFragment', typeName, parentName },
    }),
  },
  {
    says: /^Unknown directive "@(\w+)"/,
    words: directiveName => ({
      message: `Directive @${directiveName} is not defined`,
      extensions: { code: 'undefinedDirective', directiveName },
    }),
  },
  {
    says: /^Fields "(\w+)" conflict because (.+?)\. Use/,
    words: (fieldName, why) => ({
      message: `Field '${fieldName}' has a field conflict: ${why}`,
      extensions: { code: 'fieldConflict', fieldName },
    }),
  },
  {
    says: /^((?:Int|Float|String|Boolean|ID|Enum "\w+") cannot represent .+|Expected value of type .+|Value .+ does not exist in .+)$/,
    words: message => ({
      message,
      extensions: { code: 'argumentLiteralsIncompatible' },
    }),
  },
];

/** An error of the validation in GitHub's words, with its code. What has none stays as it is. */
export function toGitHubWords(error: GraphQLError): Words {
  for (const { says, words } of RULES) {
    const parts = says.exec(error.message);
    if (parts) return words(...parts.slice(1));
  }
  return { message: error.message };
}
