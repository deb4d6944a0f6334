/** HCL, the language of Terraform, in the terms of highlight.js, which does not bring it. */
export function hcl() {
  const interpolation = { className: 'subst', begin: /\$\{/, end: /\}/ };
  const string = {
    className: 'string',
    begin: /"/,
    end: /"/,
    contains: [{ begin: /\\./ }, interpolation],
  };
  return {
    name: 'HCL',
    keywords: {
      keyword: 'for in if else endif endfor',
      literal: 'true false null',
    },
    contains: [
      { className: 'comment', begin: /(?:#|\/\/)/, end: /$/ },
      { className: 'comment', begin: /\/\*/, end: /\*\// },
      string,
      // A heredoc, up to the line that holds its name alone.
      {
        className: 'string',
        begin: /<<-?\s*(\w+)\s*$/,
        end: /^\s*[A-Z_]+\s*$/,
      },
      { className: 'number', begin: /\b\d+(?:\.\d+)?\b/ },
      // The type of a block, then its labels.
      {
        className: 'keyword',
        begin: /^\s*[a-z][\w-]*(?=\s+(?:"[^"]*"\s*)*\{)/,
      },
      { className: 'attr', begin: /\b[a-zA-Z_][\w-]*(?=\s*=(?!=))/ },
      { className: 'built_in', begin: /\b[a-z]\w*(?=\()/ },
    ],
  };
}
