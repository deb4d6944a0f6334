/** The presets that do what a profile of VeeCode DevPortal 1 did. */
const PRESETS_OF_PROFILES: Record<string, string> = {
  'github-pat': 'github-pat',
  github: 'github,github-auth',
  gitlab: 'gitlab',
  keycloak: 'keycloak',
  azure: 'azure,azure-auth',
  ldap: 'ldap',
  'ldap-ad': 'ldap,ldap-ad',
};

/** Says which presets to name instead of the profile that `VEECODE_PROFILE` asks for, which has no effect here. */
export function profileNotice(profile: string): string {
  const presets = PRESETS_OF_PROFILES[profile.trim().toLowerCase()];
  const advice = presets
    ? `Set CALLBOARD_PRESETS=recommended,${presets} instead.`
    : `Name presets in CALLBOARD_PRESETS instead; the profiles were ${Object.keys(
        PRESETS_OF_PROFILES,
      ).join(', ')}.`;
  return `VEECODE_PROFILE=${profile} has no effect: presets took the place of profiles. ${advice}`;
}
