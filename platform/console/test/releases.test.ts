import { describe, expect, it } from 'vitest';
import { ProblemError } from '@ezhili/sdk';
import type { ModuleEntry } from '../src/platform/calls';
import { adviceFor } from '../src/desktop/versions/advice';
import { standing } from '../src/desktop/versions/standing';
import { stepIn } from '../src/desktop/versions/titles';

const modules = [{ id: 'points', version: '1.9.0' }] as ModuleEntry[];
const how = (version: string, module = 'points') => standing({ module, version, builtIn: false }, modules);
const advice = (code: string) => adviceFor(new ProblemError({ status: 422, title: '', code }));

describe('a release that lies ready', () => {
  it('is newer, live or older by its numbers', () => {
    expect(['1.10.0', '1.9.0', '1.2.0'].map((version) => how(version))).toEqual(['newer', 'live', 'older']);
  });

  it('may be of a module that nobody has yet', () => {
    expect(how('1.0.0', 'patrol')).toBe('unknown');
  });
});

describe('a refused archive', () => {
  it.each([
    ['archive-unsigned', 'distrust'],
    ['archive-altered', 'distrust'],
    ['signer-unknown', 'trust'],
    ['signer-expired', 'vendor'],
    ['archive-path', 'vendor'],
    ['archive-bomb', 'vendor'],
    ['passport-mismatch', 'vendor'],
    ['api-version', 'needs'],
    ['disk-full', 'room'],
  ])('comes with what to do: %s', (code, word) => {
    expect(advice(code)).toBe(word);
  });

  it.each(['archive-not-kept', 'body-cut-off', 'release-replayed', 'internal', 'unreachable'])('does not guess: %s', (code) => {
    expect(advice(code)).toBeUndefined();
  });
});

describe('a step', () => {
  it('comes from nowhere when the module is new, and leads there on the way back', () => {
    expect(stepIn({}, { module: 'patrol', from: '', to: '1.0.0' })).toEqual({ module: 'patrol', from: '–', to: '1.0.0' });
    expect(stepIn({}, { module: 'patrol', from: '1.0.0', to: '' })).toEqual({ module: 'patrol', from: '1.0.0', to: '–' });
  });
});
