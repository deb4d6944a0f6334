import type { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useOverview } from './OverviewContext';

/** A part of the page with an address of its own, which the breadcrumb names. */
export function Section(props: {
  title: string;
  path: string;
  children: ReactNode;
}) {
  const { base } = useOverview();
  return (
    <BreadcrumbEntry
      entry={{ label: props.title, href: `${base}/${props.path}` }}
    >
      {props.children}
    </BreadcrumbEntry>
  );
}
