import type { Reward } from './wire';

/** Why a reward can't be exchanged now. */
export function closedBecause(reward: Pick<Reward, 'offered' | 'withdrawn' | 'opensAt'>, now: Date): 'withdrawn' | 'ahead' | 'ended' {
  if (reward.withdrawn || !reward.offered) return 'withdrawn';
  return new Date(reward.opensAt) > now ? 'ahead' : 'ended';
}
