import { ProblemError } from '@ezhili/sdk';

const ADVICE: [RegExp, 'distrust' | 'trust' | 'room' | 'needs' | 'vendor'][] = [
  [/^archive-(unsigned|altered)$/, 'distrust'],
  [/^signer-unknown$/, 'trust'],
  [/^disk-full$/, 'room'],
  [/^(platform|api)-version$/, 'needs'],
  [/^(archive-(?!not-kept)|signer-|passport-|sbom-|features-invalid|bundle-rule|release-differs)/, 'vendor'],
];

/** What to do about a refusal, if there is something that helps. */
export const adviceFor = (failure: unknown) => (failure instanceof ProblemError ? ADVICE.find(([code]) => code.test(failure.code))?.[1] : undefined);
