/** How far an import has come. */
export interface Progress {
  total: number;
  registered: number;
  refused: number;
}

/** Shows the progress of an import while it runs. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  /** A remark that must not be overwritten by the bar. */
  say(text: string): void;
  end(): void;
}

const width = 30;

function describe({ total, registered, refused }: Progress): string {
  return `${registered + refused}/${total}${refused > 0 ? `, ${refused} refused` : ''}`;
}

function bar(progress: Progress): string {
  const share = progress.total === 0 ? 1 : (progress.registered + progress.refused) / progress.total;
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${describe(progress)}`;
}

function barDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  let shownAt = 0;
  let last = '';
  const draw = (text: string) => stream.write(`\r\u001B[K${text}`);
  return {
    show(progress) {
      last = bar(progress);
      const isDone = progress.registered + progress.refused === progress.total;
      if (!isDone && Date.now() - shownAt < 100) return;
      shownAt = Date.now();
      draw(last);
    },
    say: (text) => draw(`${text}\n${last}`),
    end: () => void draw(`${last}\n`),
  };
}

function lineDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  let tenths = 0;
  return {
    show(progress) {
      const reached = Math.floor(((progress.registered + progress.refused) * 10) / Math.max(1, progress.total));
      if (reached <= tenths) return;
      tenths = reached;
      stream.write(`${describe(progress)}\n`);
    },
    say: (text) => void stream.write(`${text}\n`),
    end: () => undefined,
  };
}

/** A bar on a terminal, a line for every tenth elsewhere. */
export const progressDisplay = (stream: NodeJS.WriteStream): ProgressDisplay =>
  stream.isTTY ? barDisplay(stream) : lineDisplay(stream);
