/** Configuration with which whoever asks is somebody: a guest, who may look only. */
export const guest = {
  auth: {
    providers: {
      guest: {
        userEntityRef: 'user:default/guest',
        dangerouslyAllowOutsideDevelopment: true,
      },
    },
  },
};
