/** `lena-fischer` of `user:default/lena-fischer`. */
export function personName(entityRef: string): string {
  return entityRef.replace(/^user:(default\/)?/, '');
}
