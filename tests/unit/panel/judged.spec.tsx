/** What the panel says of a notebook that was judged. */

import * as React from 'react';

import type { Finding, Report } from '../../../src/engine/types';
import { Choices } from '../../../src/panel/choices';
import { Counts } from '../../../src/panel/header';
import { JudgedView } from '../../../src/panel/judged';
import type { Diagnosis, Judged } from '../../../src/tokens';
import { TF24, UPGRADED } from '../notebook/kernel';
import {
  buttons,
  diagnosis,
  finding,
  headings,
  judged,
  noting,
  press,
  remedy,
  show,
  trans
} from './shown';

function view(state: Judged, over: Partial<Diagnosis> = {}, chosen?: string) {
  const actions = noting();
  const host = show(
    <JudgedView
      diagnosis={diagnosis(state, over)}
      judged={state}
      choices={new Choices(null)}
      chosen={
        chosen === undefined ? null : { cellId: chosen, claim: () => true }
      }
      trans={trans}
      actions={actions}
    />
  );
  return { host, actions };
}

describe('verdict', () => {
  it('all clear, with the number of uses and the release', () => {
    const { host } = view(judged());
    expect(headings(host)).toEqual(['h3 All clear', 'h3 Environment']);
    expect(host.textContent).toContain(
      '12 uses checked against TensorFlow 2.4.4.'
    );
  });

  it('nothing to check', () => {
    const { host } = view(judged({ checked: 0 }));
    expect(host.textContent).toContain('does not use TensorFlow or Keras');
  });

  it('none here, with the offer', () => {
    const none = { ...TF24, installed: { tensorflow: null, keras: null } };
    const { host, actions } = view(
      judged({
        environment: none,
        findings: [finding({ rule: 'missing-package' })],
        remedies: [remedy()]
      })
    );
    expect(headings(host)[0]).toBe('h3 No TensorFlow or Keras here');
    press(host, 'Insert pip upgrade cell');
    expect(actions.noted).toEqual([['insertRepair', 0]]);
  });

  it('nothing is all clear where something could not be judged', () => {
    const { host } = view(judged({ checked: 0, unknown: 3 }));
    expect(headings(host)).not.toContain('h3 All clear');
  });

  it('no problems found, where only a part could be judged', () => {
    const { host } = view(judged({ unknown: 3 }));
    expect(headings(host)[0]).toBe('h3 No problems found');
  });

  it('nothing is all clear where a marked line ran; it is said once, with one button to copy', () => {
    const { host } = view(
      judged({ contradictions: [{ finding: finding(), statement: 'x' }] })
    );
    expect(headings(host)[0]).toBe('h3 No problems found');
    expect(host.textContent?.match(/ran here/g)).toHaveLength(1);
    expect(buttons(host).filter(name => name.startsWith('Copy'))).toEqual([
      'Copy for a bug report'
    ]);
  });

  it('a notebook whose only use ran uses TensorFlow', () => {
    const { host } = view(
      judged({
        checked: 0,
        contradictions: [{ finding: finding(), statement: 'x' }]
      })
    );
    expect(host.textContent).not.toContain('does not use');
  });

  it('counts what could not be judged, and why', () => {
    const { host } = view(
      judged({ unknown: 3, unknownBecause: ['tf-nightly 2.23'] })
    );
    expect(host.textContent).toMatch(/3 uses could not be judged:.*tf-nightly/);
  });
});

describe('kernel', () => {
  it('offers the restart', () => {
    const { host, actions } = view(
      judged({
        environment: UPGRADED,
        environmentFindings: [
          {
            rule: 'restart-needed',
            severity: 'warning',
            message:
              'TensorFlow 2.6.5 is installed; the kernel still runs 2.4.4.'
          }
        ]
      })
    );
    expect(host.textContent).toContain('still runs 2.4.4.');
    press(host, 'Restart kernel');
    expect(actions.noted).toEqual([['restart']]);
  });

  it('says as of when, while it is busy', () => {
    const { host } = view({ ...judged(), busy: true, stale: true });
    expect(host.textContent).toMatch(/busy\. Environment as of .*2:02/);
  });

  it('shows what comes after a restart, and what is broken', () => {
    const state = judged();
    const rows = [
      {
        label: 'TensorFlow',
        version: '2.4.4',
        afterRestart: '2.6.5',
        note: 'tensorflow-cpu',
        state: 'works' as const
      },
      {
        label: 'keras',
        version: '2.8.0',
        afterRestart: null,
        note: 'needs TensorFlow 2.8',
        state: 'broken' as const
      }
    ];
    const { host } = view({ ...state, summary: { rows, companions: [] } });
    const [tensorflow, keras] = Array.from(host.querySelectorAll('dd'));
    expect(tensorflow.textContent).toMatch(/2\.4\.4.*→ 2\.6\.5 after restart/);
    expect(keras.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Error'
    );
  });
});

describe('findings', () => {
  const fixable = finding({
    blocks: 4,
    fixes: [{ title: 'Write `layers`', safe: true, edits: [] }]
  });

  it('stand under their cell, counted from 1, with its execution count', () => {
    const { host } = view(
      judged({ findings: [fixable, finding({ line: 2 })] })
    );
    expect(headings(host)).toContain('h4 Cell 4 [3]');
    expect(host.querySelectorAll('li')).toHaveLength(2);
    expect(host.textContent).toContain('4 more uses wait for this.');
  });

  it('show code as code, and never as HTML', () => {
    const message = '`<b>x</b>` is not in `keras`.';
    const { host } = view(judged({ findings: [finding({ message })] }));
    expect(host.querySelector('b')).toBeNull();
    expect(host.querySelector('li p code')?.textContent).toBe('<b>x</b>');
  });

  it('go to the name, and apply a fix', () => {
    const { host, actions } = view(judged({ findings: [fixable] }));
    press(host, 'tensorflow.keras.layers.RandomFlip line 1');
    press(host, 'Write layers');
    expect(actions.noted).toEqual([
      ['goToFinding', fixable],
      ['applyFix', fixable, 0]
    ]);
  });

  it('of a chosen cell take the focus', () => {
    view(judged({ findings: [fixable] }), {}, 'c4');
    expect(document.activeElement?.textContent).toContain('Cell 4');
  });

  it('leave the focus alone otherwise', () => {
    view(judged({ findings: [fixable] }));
    expect(document.activeElement).toBe(document.body);
  });

  it('cannot be fixed in a read-only notebook', () => {
    const { host } = view(
      judged({ findings: [fixable], remedies: [remedy()] }),
      {
        editable: false
      }
    );
    const disabled = Array.from(host.querySelectorAll('button:disabled'));
    expect(disabled.map(button => button.textContent)).toEqual([
      'Write layers',
      'Ignore',
      'Insert pip upgrade cell'
    ]);
  });
});

describe('repair', () => {
  const findings: readonly Finding[] = [finding()];
  const newest = remedy({ title: 'newest', cell: '%pip install b', breaks: 1 });

  it('says what each clears and breaks, and what is left', () => {
    const { host } = view(judged({ findings, remedies: [remedy(), newest] }));
    const items = Array.from(host.querySelectorAll('ol li')).map(
      li => li.textContent
    );
    expect(items[0]).toContain('clears 2 of 3, nothing new breaks');
    expect(items[1]).toContain('clears 2 of 3, breaks 1 use that works now');
    expect(host.textContent).toContain('1 use is left that no offer clears.');
  });

  it('knows the cell that is there', () => {
    const repairCell = { id: 'c4', source: remedy().cell };
    const { host, actions } = view(
      judged({ findings, remedies: [remedy(), newest] }),
      { repairCell }
    );
    expect(host.textContent).toContain('The repair is in cell 4.');
    expect(buttons(host).slice(-2)).toEqual([
      'Go to cell 4',
      'Update pip upgrade cell'
    ]);
    press(host, 'Update pip upgrade cell');
    press(host, 'Go to cell 4');
    expect(actions.noted).toEqual([
      ['insertRepair', 1],
      ['goToCell', 'c4']
    ]);
  });

  it('says where no release helps', () => {
    const { host } = view(judged({ findings }));
    expect(host.textContent).toContain('No known release clears these');
  });

  const refusal = {
    source: '%pip install "tensorflow-cpu==2.6.5"',
    title: 'tensorflow-cpu 2.6.5',
    requirements: ['tensorflow-cpu==2.6.5'],
    installer: 'pip',
    why: 'No matching distribution found for <b>`tensorflow-cpu`</b>'
  };

  it('says what could not be installed and why, before the next offer', () => {
    const repairCell = { id: 'c4', source: refusal.source };
    const { host, actions } = view(judged({ findings, remedies: [newest] }), {
      repairCell,
      refusals: [refusal]
    });
    const [failed, next] = Array.from(
      host.querySelectorAll('#jp-KerasDoctor-heading-repair, ul, ol')
    ).slice(-2);
    expect(failed.textContent).toContain(
      `tensorflow-cpu 2.6.5pip could not install this: ${refusal.why}`
    );
    expect(failed.querySelector('b, code')).toBeNull();
    expect(next.textContent).toContain('newest');
    press(host, 'Go to cell 4');
    press(host, 'Update pip upgrade cell');
    expect(actions.noted).toEqual([
      ['goToCell', 'c4'],
      ['insertRepair', 0]
    ]);
  });

  it('folds earlier failures away', () => {
    const earlier = { ...refusal, source: 'a', title: 'tensorflow-cpu 2.7.4' };
    const { host } = view(judged({ findings }), {
      refusals: [earlier, refusal]
    });
    const folded = host.querySelector('details');
    expect(folded?.textContent).toMatch(/^1 more .*2\.7\.4/);
    expect(folded?.hasAttribute('open')).toBe(false);
    expect(folded?.textContent).not.toContain(refusal.title);
  });

  it('says what to do where every offer was turned down', () => {
    const { host } = view(judged({ findings }), { refusals: [refusal] });
    expect(host.textContent).toContain('run its cell again');
  });

  it('waits for the restart', () => {
    const environmentFindings = [
      {
        rule: 'restart-needed',
        severity: 'warning' as const,
        message: 'TensorFlow 2.6.5 is installed.'
      }
    ];
    const { host } = view(judged({ findings, environmentFindings }));
    expect(host.textContent).toContain('Restart the kernel first');
  });
});

describe('counts', () => {
  it('are there where a notebook was judged', () => {
    const warning = finding({ severity: 'warning', line: 2 });
    const state = judged({ findings: [finding(), warning] });
    const shown = (of: Diagnosis | null) =>
      show(<Counts diagnosis={of} trans={trans} />).textContent;
    expect(shown(diagnosis(state))).toBe('1 error · 1 warning');
    expect(shown(diagnosis({ kind: 'no-kernel' }))).toBe('');
    expect(shown(null)).toBe('');
  });
});

describe('what the notebook was written for, and the environment itself', () => {
  const props = (report: Partial<Report>) => {
    const shown = judged(report);
    return {
      diagnosis: diagnosis(shown),
      judged: shown,
      choices: new Choices(null),
      chosen: null,
      trans,
      actions: noting()
    };
  };

  it('tells it above the offers, with how that is known', () => {
    const writtenFor = {
      from: '2.4',
      to: '2.4',
      series: ['2.4'],
      title: 'Written for TensorFlow 2.4',
      evidence: ['cell 3 printed TensorFlow 2.4.1', 'cell 1 installs keras']
    };
    const offered = { findings: [finding()], remedies: [remedy()], writtenFor };
    const host = show(<JudgedView {...props(offered)} />);
    expect(host.querySelector('.jp-KerasDoctor-written')?.textContent).toBe(
      'Written for TensorFlow 2.4: cell 3 printed TensorFlow 2.4.1, cell 1 installs keras.'
    );
    const silent = show(
      <JudgedView {...props({ ...offered, writtenFor: null })} />
    );
    expect(silent.querySelector('.jp-KerasDoctor-written')).toBeNull();
  });

  it('an offer for the environment says what it mends, and counts no uses', () => {
    const host = show(
      <JudgedView
        {...props({
          remedies: [
            remedy({
              clears: 0,
              leaves: 0,
              mends: ['TensorFlow can be imported again.']
            })
          ]
        })}
      />
    );
    const notes = Array.from(
      host.querySelectorAll('.jp-KerasDoctor-remedy .jp-KerasDoctor-note')
    );
    expect(notes.map(node => node.textContent)).toEqual([
      'TensorFlow can be imported again.',
      'nothing new breaks'
    ]);
    expect(buttons(host)).toContain('Insert pip upgrade cell');
  });

  it('says what stays where the uses could not be judged before', () => {
    const host = show(
      <JudgedView
        {...props({ remedies: [remedy({ clears: 0, leaves: 1 })] })}
      />
    );
    expect(host.textContent).toContain(
      'leaves 1 use that fails, nothing new breaks'
    );
  });
});
