import banner from '../branding/Banner.module.css';

/** Says on every page of a portal without a sign-in what that means. It stays as long as that is so. */
export function GuestBanner() {
  return (
    <div
      className={banner.banner}
      data-severity="warning"
      role="region"
      aria-label="Guest"
    >
      <span>
        You are a guest: this portal is a trial, and nobody signs in. Whoever
        reaches this address sees what you see, and nobody can change anything.
      </span>
    </div>
  );
}
