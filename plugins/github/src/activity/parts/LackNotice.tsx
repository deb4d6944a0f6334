import { Notice, OutLink } from '@callboard/page-parts';
import type { Lack } from '@callboard/plugin-github-common';
import { RiKey2Line } from '@remixicon/react';

/** A permission that the portal's credential has not: which one, where it is granted, and by whom. */
export function LackNotice(props: { lack: Lack }) {
  const { title, level, words, link, linkTitle, whom } = props.lack;
  return (
    <Notice
      icon={<RiKey2Line size={20} />}
      title={`GitHub does not show this to the portal: “${title}: ${level}” is missing`}
      action={
        link && <OutLink href={link}>{linkTitle ?? `Grant “${title}”`}</OutLink>
      }
    >
      {words} It can be granted by {whom}.
    </Notice>
  );
}
