import { Radio, RadioGroup, Select, Switch, TextField } from '@backstage/ui';
import { fieldClass, Panel } from '@callboard/page-parts';
import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import { likelyOrganization } from './likelyOrganization';
import styles from './AppFields.module.css';

export interface AppChoice {
  host: string;
  owner: 'organization' | 'person';
  organization: string;
  name: string;
  webhook: boolean;
  keep: 'store' | 'show';
}

/** Where the App is made, whose it is, what it is called and where its key goes. */
export function AppFields(props: {
  choice: AppChoice;
  /** Those that are connected; without any, the host is typed. */
  hosts: GithubHostFacts[];
  storedIn?: string;
  onChange(choice: AppChoice): void;
}) {
  const { choice, hosts, storedIn, onChange } = props;
  const set = (change: Partial<AppChoice>) =>
    onChange({ ...choice, ...change });
  return (
    <Panel title="The App">
      <div className={styles.fields}>
        {hosts.length > 0 ? (
          <Select
            className={fieldClass}
            label="GitHub"
            size="medium"
            options={hosts.map(({ host }) => ({ id: host, label: host }))}
            value={choice.host}
            onChange={id =>
              set({
                host: String(id),
                organization: likelyOrganization(
                  hosts.find(({ host }) => host === id),
                ),
              })
            }
          />
        ) : (
          <TextField
            className={fieldClass}
            label="GitHub"
            description="github.com, or the host of a GitHub Enterprise Server"
            value={choice.host}
            onChange={host => set({ host })}
            isRequired
          />
        )}
        <RadioGroup
          label="Owner"
          orientation="horizontal"
          value={choice.owner}
          onChange={owner => set({ owner: owner as AppChoice['owner'] })}
        >
          <Radio value="organization">An organisation</Radio>
          <Radio value="person">I myself</Radio>
        </RadioGroup>
        {choice.owner === 'organization' && (
          <TextField
            className={fieldClass}
            label="Organisation"
            description="Its name in addresses. You have to be one of its owners."
            value={choice.organization}
            onChange={organization => set({ organization })}
            isRequired
          />
        )}
        <TextField
          className={fieldClass}
          label="Name"
          description="Unique at GitHub. Without one the portal suggests it."
          value={choice.name}
          onChange={name => set({ name })}
        />
        <div className={styles.whole}>
          <Switch
            label="GitHub sends events to the portal"
            isSelected={choice.webhook}
            onChange={webhook => set({ webhook })}
          />
          <p className={styles.note}>
            Changes then show up within seconds, not at the next scheduled sync.
            GitHub has to reach the portal’s address for that.
          </p>
        </div>
        <RadioGroup
          className={styles.whole}
          label="The key"
          description={
            storedIn
              ? undefined
              : 'This portal has no data directory, so it cannot keep the key.'
          }
          value={choice.keep}
          onChange={keep => set({ keep: keep as AppChoice['keep'] })}
        >
          <Radio value="store" isDisabled={!storedIn}>
            {storedIn
              ? `Keep it on the portal’s machine, in ${storedIn}`
              : 'Keep it on the portal’s machine'}
          </Radio>
          <Radio value="show">
            Show it once, for a secret store of your own
          </Radio>
        </RadioGroup>
      </div>
    </Panel>
  );
}
