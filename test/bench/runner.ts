import type { Caller, Contestant } from './contestants.ts';
import type { Document, Question } from './questions.ts';
import type { Workerd } from './workerd.ts';

/** An answer, with what it took of D1. */
export interface Answer {
  /** In the names of this API, whoever answers. */
  readonly data: unknown;
  /** Milliseconds. */
  readonly latency: number;
  readonly bytes: number;
  readonly d1Calls: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

/** What a spell of requests came to. */
export interface Spell {
  /** Milliseconds of CPU a request. */
  readonly cpu: number;
  /** The median of how long requests took, in milliseconds. */
  readonly latency: number;
}

/** A contestant that is up: in a process of its own, on its own copy of the same data. */
export class Runner<Q extends Document = Question> {
  readonly contestant: Contestant<Q>;
  readonly workerd: Workerd;
  readonly #caller: Caller;

  constructor(contestant: Contestant<Q>, workerd: Workerd, caller: Caller) {
    this.contestant = contestant;
    this.workerd = workerd;
    this.#caller = caller;
  }

  /** What an answer takes of D1. Of two, since now and then a request looks its token up as well: what counts is every other one. */
  async watched(question: Q): Promise<Answer> {
    const [one, other] = [await this.answer(question), await this.answer(question)];
    return one.d1Calls < other.d1Calls ? one : other;
  }

  /**
   * Asks once, and watches what it takes.
   * @param delay milliseconds that each D1 call takes longer
   */
  async answer(question: Q, delay = 0): Promise<Answer> {
    const began = performance.now();
    const response = await this.#ask(question, { 'x-bench-delay': String(delay) });
    const text = await response.text();
    const latency = performance.now() - began;
    const { data, errors } = JSON.parse(text);
    if (!response.ok || errors) throw new Error(`${this.contestant.name} answers ${question.title} with ${response.status}: ${text}`);
    const header = (name: string) => Number(response.headers.get(name));
    const bytes = text.length;
    return {
      data: this.contestant.data(question, data as never),
      latency,
      bytes,
      d1Calls: header('x-d1-calls'),
      rowsRead: header('x-rows-read'),
      rowsWritten: header('x-rows-written'),
    };
  }

  /**
   * Asks for so long, with so many requests under way at any time.
   * @param duration milliseconds; what is under way then is waited for
   * @param delay milliseconds that each D1 call takes longer; 0: D1 as it is
   */
  async press(question: Q, { clients, duration, delay = 0 }: { clients: number; duration: number; delay?: number }): Promise<Spell> {
    const headers: HeadersInit = delay > 0 ? { 'x-bench-delay': String(delay) } : {};
    const latencies: number[] = [];
    const before = await this.workerd.cpu();
    const end = performance.now() + duration;
    const client = async (): Promise<void> => {
      do {
        const began = performance.now();
        await (await this.#ask(question, headers)).arrayBuffer();
        latencies.push(performance.now() - began);
      } while (performance.now() < end);
    };
    await Promise.all(Array.from({ length: clients }, client));
    return { cpu: ((await this.workerd.cpu()) - before) / latencies.length, latency: median(latencies) };
  }

  /** Asks once and nothing else. @throws Error if it is not answered, or refused */
  async send(question: Q): Promise<void> {
    const text = await (await this.#ask(question, {})).text();
    if (/"errors"|"code"/.test(text) || !text.includes('"data"')) throw new Error(`${this.contestant.name}: ${question.title}: ${text}`);
  }

  #ask(question: Q, headers: HeadersInit): Promise<Response> {
    const { path, init } = this.contestant.request(question, this.#caller);
    return fetch(`${this.workerd.url}${path}`, { ...init, headers: { ...init.headers, ...headers } });
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
