/** The colours of the portal: those of the design system. */
export const copper = {
  primary: '#b4552d',
  primaryDark: '#8a3f20',
  ink: '#1c1b1a',
  paper: '#f7f3ee',
};
