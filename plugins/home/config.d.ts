export interface Config {
  home?: {
    /**
     * Links that the home page offers beside its own (create, register, docs, APIs), in this order.
     * @deepVisibility frontend
     */
    links?: Array<{
      /** What the link says. */
      title: string;
      /** An address (https://...) or a path of the portal (/docs/...). */
      url: string;
      /** One line under the title. */
      description?: string;
    }>;
  };
}
