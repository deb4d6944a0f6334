import {
  keepLocalKey,
  localKeyFile,
  readLocalKey,
} from '../../localKeys/localKey';

/** Where the key lies with which `callboard doctor` asks the portal on the same data directory. */
export function doctorKeyFile(data: string): string {
  return localKeyFile({ data, user: 'doctor' });
}

/** The key, or why there is none that could be used. Writes nothing. */
export function readDoctorKey(data: string): ReturnType<typeof readLocalKey> {
  return readLocalKey({ data, user: 'doctor' });
}

/** The key in the data directory, made where there is none; see `keepLocalKey`. */
export function keepDoctorKey(data: string): string {
  return keepLocalKey({ data, user: 'doctor' });
}
