/** That this tab went to a provider's page and has not come back with a session. Of a tab, so that another one tries for itself. */
const LEFT = 'callboard:sign-in:left';
/** That somebody signed out in this browser, and nobody has signed in since. */
const SIGNED_OUT = 'callboard:sign-in:signed-out';

/** What the browser remembers of ways to and from a provider's page, so that nobody is led there twice in a row or against their will. */
export const leaving = {
  hasLeft: () => sessionStorage.getItem(LEFT) !== null,
  noteLeft: () => sessionStorage.setItem(LEFT, 'yes'),
  hasSignedOut: () => localStorage.getItem(SIGNED_OUT) !== null,
  noteSignedOut: () => localStorage.setItem(SIGNED_OUT, 'yes'),
  noteSignedIn() {
    sessionStorage.removeItem(LEFT);
    localStorage.removeItem(SIGNED_OUT);
  },
};
