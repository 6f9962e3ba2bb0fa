import { session } from '@ezhili/sdk';

/** Whether the signed-in person works for the district, in whichever role; else they are a resident. */
export function isOfficial(): boolean {
  return session.has('worker', 'community', 'street', 'department', 'district');
}
