import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Keeps what an OpenID provider issues, for as long as a test takes: nothing expires. */
export function createMemoryAdapter(): AdapterFactory {
  const all = new Map<string, AdapterPayload>();
  return (model): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    const findBy = async (field: 'uid' | 'userCode', value: string) =>
      [...all].find(
        ([name, payload]) =>
          name.startsWith(`${model}:`) && payload[field] === value,
      )?.[1];
    return {
      upsert: async (id, payload) => {
        all.set(key(id), payload);
      },
      find: async id => all.get(key(id)),
      findByUid: uid => findBy('uid', uid),
      findByUserCode: userCode => findBy('userCode', userCode),
      consume: async id => {
        const payload = all.get(key(id));
        if (payload) {
          payload.consumed = Math.floor(Date.now() / 1000);
        }
      },
      destroy: async id => {
        all.delete(key(id));
      },
      revokeByGrantId: async grantId => {
        for (const [name, payload] of all) {
          if (payload.grantId === grantId) {
            all.delete(name);
          }
        }
      },
    };
  };
}
