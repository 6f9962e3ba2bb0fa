import { api } from '@ezhili/sdk';
import type { Volunteer } from './wire';

const MOST = 500;
const STREET_DIGITS = 9;

/** The approved volunteers of an area's street, as far as the reader sees them, for a list to choose from. */
export const approvedNear = (area: string) => api.all<Volunteer>('/api/points/v1/volunteers', { state: 'approved', area: area.slice(0, STREET_DIGITS) }, MOST);
