import { isoSeconds } from './isoSeconds';
import type { MovableClock } from './Clock';

interface Appointment {
  due: number;
  run: () => void;
  timer?: NodeJS.Timeout;
}

/** The longest delay that `setTimeout` takes; longer ones are armed again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A clock at the machine's time, or at `start` and running from there. An appointment that throws is told to `onError`, and keeps none of the others from theirs. */
export function createClock(
  options: { start?: Date; onError?: (error: unknown) => void } = {},
): MovableClock {
  const { onError = () => undefined } = options;
  let offset = options.start ? options.start.getTime() - Date.now() : 0;
  let frozenAt: number | undefined;
  const appointments = new Set<Appointment>();

  const time = () => frozenAt ?? Date.now() + offset;

  function runDue() {
    const due = [...appointments]
      .filter(appointment => appointment.due <= time())
      .sort((a, b) => a.due - b.due);
    for (const appointment of due) {
      // An earlier one may have cancelled it.
      if (!appointments.delete(appointment)) continue;
      clearTimeout(appointment.timer);
      try {
        appointment.run();
      } catch (error) {
        onError(error);
      }
    }
  }

  function arm(appointment: Appointment) {
    clearTimeout(appointment.timer);
    if (frozenAt !== undefined) return;
    const wait = Math.min(
      Math.max(0, appointment.due - time()),
      LONGEST_TIMER_MS,
    );
    appointment.timer = setTimeout(() => {
      runDue();
      if (appointments.has(appointment)) arm(appointment);
    }, wait);
    appointment.timer.unref();
  }

  function moved() {
    runDue();
    appointments.forEach(arm);
  }

  return {
    now: () => new Date(time()),
    iso: () => isoSeconds(new Date(time())),
    schedule({ afterMs, run }) {
      const appointment: Appointment = { due: time() + afterMs, run };
      appointments.add(appointment);
      arm(appointment);
      return () => {
        clearTimeout(appointment.timer);
        appointments.delete(appointment);
      };
    },
    advance({ ms }) {
      if (frozenAt === undefined) offset += ms;
      else frozenAt += ms;
      moved();
    },
    set({ time: wanted }) {
      if (frozenAt === undefined) offset = wanted.getTime() - Date.now();
      else frozenAt = wanted.getTime();
      moved();
    },
    freeze() {
      frozenAt ??= time();
      appointments.forEach(({ timer }) => clearTimeout(timer));
    },
    resume() {
      if (frozenAt === undefined) return;
      offset = frozenAt - Date.now();
      frozenAt = undefined;
      appointments.forEach(arm);
    },
    isFrozen: () => frozenAt !== undefined,
    stop() {
      appointments.forEach(({ timer }) => clearTimeout(timer));
      appointments.clear();
    },
  };
}
