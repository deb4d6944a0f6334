import type { Overrides, OverrideStyles } from './OverrideStyles';
import { radius, type } from '../tokens';

/** Progress, steps and alerts. */
export function feedbackOverrides({ c, accent }: OverrideStyles): Overrides {
  return {
    MuiLinearProgress: {
      styleOverrides: {
        root: { height: 2, backgroundColor: c.border },
        colorPrimary: { backgroundColor: c.border },
        bar: { backgroundColor: accent },
        barColorPrimary: { backgroundColor: accent },
      },
    },
    MuiCircularProgress: {
      styleOverrides: { colorPrimary: { color: accent } },
    },
    MuiStepper: {
      styleOverrides: { root: { backgroundColor: 'transparent' } },
    },
    MuiStepLabel: {
      styleOverrides: {
        label: {
          color: c.textSecondary,
          fontSize: type.size.text,
          '&.Mui-active, &.MuiStepLabel-active': { color: c.text },
        },
      },
    },
    MuiStepIcon: {
      styleOverrides: {
        root: {
          color: c.controlBorder,
          '&.MuiStepIcon-active': { color: c.action },
          '&.MuiStepIcon-completed': { color: c.status.ok.text },
        },
        text: { fill: c.panel, fontWeight: type.weight.strong },
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: { borderRadius: radius.panel, fontSize: type.size.text },
        ...Object.fromEntries(
          (
            [
              ['Success', c.status.ok],
              ['Info', c.status.running],
              ['Warning', c.status.warning],
              ['Error', c.status.failing],
            ] as const
          ).map(([name, s]) => [
            `standard${name}`,
            {
              color: s.text,
              backgroundColor: s.subdued,
              '& .MuiAlert-icon': { color: s.text },
            },
          ]),
        ),
      },
    },
  };
}
