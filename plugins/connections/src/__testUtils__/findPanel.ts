import { screen, within } from '@testing-library/react';

/** A part of the page once it is there; while the page loads there is a skeleton of the same name. */
export async function findPanel(name: string) {
  await screen.findByTestId('status');
  return within(screen.getByRole('region', { name }));
}
