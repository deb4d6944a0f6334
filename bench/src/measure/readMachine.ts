import os from 'node:os';

/** The machine in words, without anything that identifies it. */
export interface Machine {
  description: string;
}

/** Describes the machine that the benchmark runs on. */
export function readMachine(): Machine {
  const cpus = os.cpus();
  const model = cpus[0]?.model.trim() || 'unknown processor';
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return {
    description: `${model}, ${
      cpus.length
    } cores, ${memory} GB of memory, ${os.type()} ${os.arch()}, Node ${
      process.versions.node
    }.`,
  };
}
