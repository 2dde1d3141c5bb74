interface Env {
  readonly LOADER: WorkerLoader;
  /** Of the Worker that is to be started. */
  readonly code: string;
  readonly date: string;
}

/** Starts a Worker in an isolate that did not exist before, and hands on its first answer. */
export default {
  fetch(request, { LOADER, code, date }) {
    const worker = LOADER.load({ compatibilityDate: date, mainModule: 'worker.js', modules: { 'worker.js': code } });
    return worker.getEntrypoint().fetch(request);
  },
} satisfies ExportedHandler<Env>;
