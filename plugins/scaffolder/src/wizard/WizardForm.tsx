import { useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { MarkdownContent } from '@backstage/core-components';
import type { FormProps } from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  useFilteredSchemaProperties,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { causeOf, Notice, Panel } from '@callboard/page-parts';
import type { FormStart } from '../retry/useStartOver';
import { MendedNotice } from './MendedNotice';
import { PasswordWidget } from './PasswordWidget';
import { ProblemsNotice } from './ProblemsNotice';
import { refusalWords } from './refusalWords';
import { Review } from './Review';
import { useCreateRun } from './useCreateRun';
import { useFormFault } from './useFormFault';
import type { Wizard } from './useWizard';
import styles from './Wizard.module.css';

/** The form of a template, page by page, and its review. Stock's form, with what it lacks around it. */
export function WizardForm(props: {
  templateRef: string;
  wizard: Wizard;
  theme: 'mui' | 'bui';
}) {
  const { templateRef, wizard, theme } = props;
  const { template } = wizard;
  const manifest = useFilteredSchemaProperties(wizard.manifest)!;
  const { create, error } = useCreateRun({ templateRef, wizard });
  const { fault, clear, lastValues, customValidate } = useFormFault();
  const [turn, setTurn] = useState(0);
  const start = (useLocation().state ?? {}) as FormStart;
  const initialState = (lastValues() ?? start.formData) as
    | Record<string, JsonValue>
    | undefined;

  const formProps = useMemo(
    // The type names only a few of the properties that the form library takes; stock hands on all.
    () =>
      ({
        EXPERIMENTAL_theme: theme,
        widgets: { password: PasswordWidget },
        customValidate,
      } as FormProps),
    [theme, customValidate],
  );
  const components = useMemo(
    () => ({
      ReviewStateComponent: (
        review: Omit<Parameters<typeof Review>[0], 'template'>,
      ) => <Review {...review} template={template} />,
    }),
    [template],
  );

  return (
    <Panel title={manifest.title}>
      {manifest.description && (
        <MarkdownContent
          className={styles.description}
          linkTarget="_blank"
          content={manifest.description}
        />
      )}
      <ProblemsNotice problems={wizard.problems} />
      <MendedNotice mended={wizard.mended} />
      {fault && (
        <Notice
          role="alert"
          icon={<RiErrorWarningLine size={20} />}
          title="This page of the form could not be checked"
          action={
            <Button
              size="small"
              variant="secondary"
              onPress={() => {
                clear();
                setTurn(n => n + 1);
              }}
            >
              Try again
            </Button>
          }
        >
          {causeOf(fault)} Its schema may contradict itself; tell the owner of
          the template. What you have filled in is kept.
        </Notice>
      )}
      {error && (
        <Notice
          role="alert"
          icon={<RiErrorWarningLine size={20} />}
          title="The run was not begun"
        >
          {refusalWords(error)}
        </Notice>
      )}
      <div className={styles.form}>
        <Stepper
          key={turn}
          manifest={manifest}
          extensions={wizard.extensions}
          initialState={initialState}
          formProps={formProps}
          components={components}
          onCreate={create}
        />
      </div>
    </Panel>
  );
}
