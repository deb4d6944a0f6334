import type { CheckConclusion } from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import {
  advanceRun,
  type Artifact,
  type JobRecord,
  type PlannedJob,
  runConcurrency,
  type RunContexts,
  runTitle,
  TemplateError,
  type WorkflowPlan,
} from '../engine';
import { recordJob, recordJobEnd } from '../runs/recordJob';
import { recordRunEnd, recordRunStatus } from '../runs/recordRun';
import type { RunScope } from '../runs/RunScope';
import type { GroupMember } from './ConcurrencyGroups';
import { contextsFor } from './contextsFor';
import { enterEnvironment } from './enterEnvironment';
import { executeJob } from './executeJob';
import type { JobHandle } from './JobHandle';
import { jobRecordOf } from './jobRecordOf';

/** A run that goes on: starts jobs when they may start, and ends the run when none is left. */
export class RunExecution {
  readonly handles = new Map<string, JobHandle>();
  private readonly contexts: RunContexts;
  private readonly runtime;
  private group?: { key: string; member: GroupMember };
  private isBegun = false;
  private isEnded = false;
  private isCancelled = false;
  private isForced = false;
  private isAdvancing = false;
  private isStale = false;

  constructor(
    readonly scope: RunScope,
    readonly plan: WorkflowPlan,
    /** Of an earlier attempt. */
    private readonly kept: JobRecord[],
    readonly artifacts: Artifact[],
  ) {
    this.runtime = runtimeOf(scope.sandbox);
    this.contexts = contextsFor({ scope, plan });
    scope.run.title = runTitle({ plan, contexts: this.contexts });
  }

  /** Starts the run, or waits for its turn in its concurrency group. */
  begin(): void {
    const { plan, contexts, scope } = this;
    try {
      const concurrency = runConcurrency({ plan, contexts });
      if (!concurrency) {
        this.start();
        return;
      }
      const member = {
        start: () => this.start(),
        cancel: () => this.cancel({ force: false }),
      };
      const key = this.groupKey(concurrency.group);
      this.group = { key, member };
      const { cancelInProgress } = concurrency;
      const state = this.runtime.groups.enter({
        key,
        member,
        cancelInProgress,
      });
      if (state === 'waiting' && !this.isEnded && !this.isBegun) {
        recordRunStatus({ scope, status: 'pending', at: this.now() });
      }
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      this.end('startup_failure', error.message);
    }
  }

  /** Ends what runs; jobs whose `if` asks for it still start, unless it is forced. */
  cancel(options: { force: boolean }): void {
    if (this.isEnded) return;
    this.isCancelled = true;
    this.isForced ||= options.force;
    // Not those that start now because these end.
    for (const handle of [...this.handles.values()]) this.stop(handle);
    if (this.isBegun) this.advance();
    else this.end('cancelled');
  }

  /** Forgets the run: its repository is gone, and nothing of it is to be recorded any more. */
  abandon(): void {
    this.isEnded = true;
    this.runtime.executions.delete(this.scope.run.id);
    for (const handle of this.handles.values()) {
      handle.state = 'ended';
      handle.controller.abort();
      handle.gate?.forget?.();
    }
    if (this.group) this.runtime.groups.leave(this.group);
  }

  /** How the jobs stand. */
  records(): JobRecord[] {
    return [
      ...this.kept,
      ...[...this.handles.values()].map(({ job, state }) =>
        jobRecordOf({ job, isHeld: state === 'held' }),
      ),
    ];
  }

  /** Lets a job go on whose environment has nothing against it any more. */
  passGate(handle: JobHandle): void {
    const { gate } = handle;
    if (handle.state !== 'gated' || !gate) return;
    if (!gate.isReviewed || !gate.isTimeUp) return;
    this.enterGroup(handle);
    this.showStatus();
  }

  /** Ends a job. */
  finish(
    handle: JobHandle,
    ending: Omit<Parameters<typeof recordJobEnd>[0], 'scope' | 'job' | 'at'>,
  ): void {
    if (handle.state === 'ended') return;
    handle.state = 'ended';
    handle.gate?.forget?.();
    recordJobEnd({
      scope: this.scope,
      job: handle.job,
      at: this.now(),
      ...ending,
    });
    if (handle.group) this.runtime.groups.leave(handle.group);
    this.advance();
  }

  showStatus(): void {
    if (this.isEnded) return;
    const handles = [...this.handles.values()];
    const isRunning = handles.some(({ job }) => job.status === 'in_progress');
    const isWaiting = handles.some(({ state }) => state === 'gated');
    if (!isRunning && !isWaiting) return;
    recordRunStatus({
      scope: this.scope,
      status: isRunning ? 'in_progress' : 'waiting',
      at: this.now(),
    });
  }

  private start(): void {
    if (this.isEnded) return;
    this.isBegun = true;
    recordRunStatus({ scope: this.scope, status: 'queued', at: this.now() });
    this.advance();
  }

  /** Asks what has to happen next. Jobs that end meanwhile make it ask again. */
  private advance(): void {
    this.isStale = true;
    if (this.isAdvancing) return;
    this.isAdvancing = true;
    try {
      while (this.isStale && !this.isEnded) {
        this.isStale = false;
        this.step();
      }
    } finally {
      this.isAdvancing = false;
    }
    this.showStatus();
  }

  private step(): void {
    const { plan, contexts } = this;
    const progress = advanceRun({
      plan,
      contexts,
      jobs: this.records(),
      cancelled: this.isCancelled,
    });
    for (const planned of progress.skipped) {
      this.finish(this.add(planned), { conclusion: 'skipped' });
    }
    for (const planned of progress.failed) {
      const { message: problem } = planned;
      this.finish(this.add(planned), { conclusion: 'failure', problem });
    }
    for (const key of progress.cancel) this.stop(this.handles.get(key)!);
    for (const planned of progress.waiting) this.add(planned);
    for (const planned of progress.start) {
      this.open(this.handles.get(planned.key) ?? this.add(planned));
    }
    if (progress.conclusion) this.end(progress.conclusion);
  }

  private add(planned: PlannedJob): JobHandle {
    const handle: JobHandle = {
      planned,
      job: recordJob({
        scope: this.scope,
        planned,
        status: 'queued',
        at: this.now(),
      }),
      controller: new AbortController(),
      state: 'held',
    };
    this.handles.set(planned.key, handle);
    return handle;
  }

  /** A job may start as far as the workflow goes; its labels, its environment and its group may hold it. */
  private open(handle: JobHandle): void {
    const { planned } = handle;
    if (this.isForced) {
      this.finish(handle, { conclusion: 'cancelled' });
    } else if (planned.unknownLabels.length > 0) {
      handle.state = 'stuck';
    } else if (planned.environment) {
      const { name } = planned.environment;
      enterEnvironment({ execution: this, handle, name });
    } else {
      this.enterGroup(handle);
    }
  }

  /** Starts a job, or lets it wait for its turn in its concurrency group. */
  enterGroup(handle: JobHandle): void {
    const { concurrency } = handle.planned;
    handle.state = 'grouped';
    if (!concurrency) {
      this.launch(handle);
      return;
    }
    const member = {
      start: () => this.launch(handle),
      cancel: () => this.stop(handle),
    };
    const key = this.groupKey(concurrency.group);
    handle.group = { key, member };
    const { cancelInProgress } = concurrency;
    this.runtime.groups.enter({ key, member, cancelInProgress });
  }

  private launch(handle: JobHandle): void {
    if (handle.state === 'ended') return;
    handle.state = 'running';
    this.scope.sandbox.background(
      this.runtime.limit(() => executeJob({ execution: this, handle })),
    );
  }

  /** Ends a job that has no runner yet; one that runs ends by itself. */
  private stop(handle: JobHandle): void {
    handle.controller.abort();
    if (handle.state !== 'running') {
      this.finish(handle, { conclusion: 'cancelled' });
    }
  }

  private end(conclusion: CheckConclusion, problem?: string): void {
    const { scope, group } = this;
    this.isEnded = true;
    this.runtime.executions.delete(scope.run.id);
    recordRunEnd({ scope, conclusion, at: this.now(), problem });
    if (group) this.runtime.groups.leave(group);
  }

  /** Groups are a repository's own. */
  private groupKey(name: string): string {
    return `${this.scope.repository.id}:${name.toLowerCase()}`;
  }

  private now(): string {
    return this.scope.sandbox.clock.iso();
  }
}
