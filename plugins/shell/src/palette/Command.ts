import type { ReactNode } from 'react';

/** One line of the palette. */
export interface Command {
  id: string;
  group: 'Entities' | 'Pages' | 'Actions';
  title: string;
  /** Said in grey after the title: the kind of an entity, its owner. */
  detail?: string;
  /** Other words it is found by. */
  keywords?: string;
  icon?: ReactNode;
  run(): void;
}
