/** What needs the person is told once for each cause, and taken back. */

import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { Causes } from '../../../src/notebook/causes';
import { Notices } from '../../../src/notebook/notices';
import { ToldCauses, type Memory } from '../../../src/notebook/told-causes';
import type { Diagnosis, DiagnosisState, Refusal } from '../../../src/tokens';
import { diagnosis, judged } from '../panel/shown';

const REFUSAL: Refusal = {
  source: '%pip install "a==1" --index-url https://ada:secret@example.org',
  title: 'a 1',
  requirements: ['a==1'],
  installer: 'pip',
  why: 'No matching distribution found for a==1'
};
const OTHER: Refusal = { ...REFUSAL, source: '!uv pip', installer: 'uv' };
const PIP =
  'pip failed in lecture.ipynb. Keras Doctor’s panel says why, and what else there is.';
const NEW = 'keras 3.8.0 is installed, but this kernel still runs 3.7.0.';
const OLD = 'keras 3.7.0 is installed, but this kernel still runs 3.8.0.';

/** As of a second of the day, what a kernel says of restarts. */
function answer(
  second: number,
  messages: readonly string[] = [],
  stale = false
): DiagnosisState {
  return {
    ...judged({
      environmentFindings: messages.map(message => ({
        rule: 'restart-needed',
        severity: 'warning',
        message
      }))
    }),
    at: new Date(second * 1000),
    stale
  };
}

function shown(): readonly string[] {
  return Notification.manager.notifications.map(({ message }) => message);
}

class Memo implements Memory {
  text: string | null = null;
  getItem(): string | null {
    return this.text;
  }
  setItem(_: string, text: string): void {
    this.text = text;
  }
}

/** A page with notebooks on one kernel each, unless told otherwise. */
function page(memory: Memory | null, count = 1) {
  const anyChanged = new Signal<object, Diagnosis>({});
  const all = Array.from({ length: count }, () => diagnosis(answer(0)));
  const heard: unknown[] = [];
  const causes = new Causes({
    diagnoses: {
      all,
      anyChanged,
      restart: async one => heard.push(['restart', one]) > 0
    },
    trans: nullTranslator.load('jupyterlab_keras_doctor'),
    show: one => void heard.push(['show', one])
  });
  new Notices({ causes, told: new ToldCauses(memory) });
  /** The ids of the notifications tell one from another. */
  const ids = new Set<string>();
  const say = (over: Partial<Diagnosis>, at = 0): void => {
    Object.assign(all[at], over);
    anyChanged.emit(all[at]);
    Notification.manager.notifications.forEach(({ id }) => ids.add(id));
  };
  return {
    all,
    heard,
    ids,
    say,
    close: (at: number) => {
      const [gone] = all.splice(at, 1);
      anyChanged.emit(gone);
    },
    press: () => {
      const [action] = Notification.manager.notifications[0].options.actions!;
      action.callback(new MouseEvent('click'));
    }
  };
}

afterEach(() => Notification.dismiss());

describe('a failed install', () => {
  it('is told once, and again only of something else', () => {
    const { say, ids } = page(new Memo());
    say({ refusals: [] });
    expect(shown()).toEqual([]);
    say({ refusals: [REFUSAL] });
    say({ refusals: [{ ...REFUSAL }] });
    expect(shown()).toEqual([PIP]);
    say({ refusals: [REFUSAL, OTHER] });
    expect(shown()).toEqual([PIP.replace('pip', 'uv')]);
    // The first again, and both forgotten and failed again.
    say({ refusals: [OTHER, REFUSAL] });
    say({ refusals: [] });
    expect(shown()).toEqual([]);
    say({ refusals: [REFUSAL] });
    say({ refusals: [OTHER] });
    expect(ids.size).toBe(2);
    say({ refusals: [{ ...OTHER, why: 'No space left on device' }] });
    expect(ids.size).toBe(3);
  });

  it('is told once in two notebooks on one kernel, and in a new kernel anew', () => {
    const { say, ids } = page(new Memo(), 2);
    say({ refusals: [REFUSAL] }, 0);
    say({ refusals: [REFUSAL] }, 1);
    expect(ids.size).toBe(1);
    say({ refusals: [], kernelId: 'k2' }, 1);
    say({ refusals: [REFUSAL] }, 1);
    expect(ids.size).toBe(2);
  });

  it('shows the panel of its notebook', () => {
    const { say, heard, all, press } = page(null);
    say({ refusals: [REFUSAL] });
    press();
    expect(heard).toEqual([['show', all[0]]]);
  });
});

describe('a restart that is needed', () => {
  it('is told once, and taken back after it', () => {
    const { say, ids, heard, all, press } = page(new Memo());
    say({ state: answer(1, [NEW]) });
    say({ state: answer(2, [NEW]) });
    expect(shown()).toEqual([NEW]);
    expect(ids.size).toBe(1);
    press();
    expect(heard).toEqual([['restart', all[0]]]);
    // Until the kernel has answered nothing is known.
    say({ state: answer(2, [NEW], true) });
    expect(shown()).toEqual([NEW]);
    say({ state: answer(3) });
    expect(shown()).toEqual([]);
  });

  it('is not told again where the restart did not help', () => {
    const { say, ids } = page(new Memo());
    say({ state: answer(1, [NEW]) });
    say({ state: answer(2) });
    say({ state: answer(3, [NEW]) });
    expect(shown()).toEqual([]);
    expect(ids.size).toBe(1);
    // Another one is another cause, and then the first is too.
    say({ state: answer(4, [OLD]) });
    expect(shown()).toEqual([OLD]);
    say({ state: answer(5) });
    say({ state: answer(6, [NEW]) });
    expect(shown()).toEqual([NEW]);
  });

  it('counts what one notification cannot hold', () => {
    page(null).say({ state: answer(1, [NEW, 'numpy', 'h5py']) });
    expect(shown()).toEqual([`${NEW} (and 2 more packages)`]);
  });

  it('is known to the notebook that asked last', () => {
    const { say, ids } = page(new Memo(), 2);
    say({ state: answer(5, [NEW]) }, 0);
    // Older, and of the same kernel.
    say({ state: answer(4) }, 1);
    expect(shown()).toEqual([NEW]);
    say({ state: answer(6, [NEW]) }, 1);
    expect(ids.size).toBe(1);
    say({ state: answer(7) }, 1);
    expect(shown()).toEqual([]);
  });

  it('goes with its notebook', () => {
    const { say, close } = page(null, 2);
    say({ state: answer(5, [NEW]) }, 0);
    say({ kernelId: 'k2' }, 1);
    close(1);
    expect(shown()).toEqual([NEW]);
    close(0);
    expect(shown()).toEqual([]);
  });
});

describe('what was told is remembered', () => {
  test.each<[string, Partial<Diagnosis>]>([
    ['an install', { refusals: [REFUSAL] }],
    ['a restart', { state: answer(1, [NEW]) }]
  ])('over a reload of the page: %s', (_, over) => {
    const memory = new Memo();
    page(memory).say(over);
    expect(shown()).toHaveLength(1);
    Notification.dismiss();
    page(memory).say(over);
    expect(shown()).toEqual([]);
  });

  test.each([null, 'x', '{}', '[1,[2,3]]', '[["a"]]'])(
    'whatever the browser holds: %s',
    text => {
      const memory = new Memo();
      memory.text = text;
      page(memory).say({ refusals: [REFUSAL] });
      expect(shown()).toEqual([PIP]);
    }
  );

  it('where the browser holds nothing, until the page is left', () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    const { say, ids } = page({ getItem: refuse, setItem: refuse });
    say({ refusals: [REFUSAL] });
    say({ refusals: [] });
    say({ refusals: [REFUSAL] });
    expect(ids.size).toBe(1);
  });

  it('without the text of an install, and of the last hundred', () => {
    const memory = new Memo();
    const told = new ToldCauses(memory);
    const cause = (at: number) => ({
      subject: `secret ${at}`,
      cause: 'secret'
    });
    for (let at = 0; at < 101; at++) {
      told.add(cause(at));
    }
    expect(memory.text).not.toContain('secret');
    expect([0, 1, 100].map(at => told.has(cause(at)))).toEqual([
      false,
      true,
      true
    ]);
  });
});
