import { expect, test } from 'vitest';
import { sectionOf } from './sections';

const PAGES = ['/app/points/activities', '/app/points/activities/teams', '/app/points/activities/hours'];

test('a page of one’s own is its section', () => {
  PAGES.forEach((page) => expect(sectionOf(PAGES, page)).toBe(page));
});

test('a team’s page belongs to the teams, not to the activities above them', () => {
  expect(sectionOf(PAGES, '/app/points/activities/teams/7')).toBe('/app/points/activities/teams');
});

test('a page that only begins alike, or stands elsewhere, belongs to none of them', () => {
  expect(sectionOf(PAGES, '/app/points/activities-old')).toBeUndefined();
  expect(sectionOf(PAGES, '/app/points')).toBeUndefined();
  expect(sectionOf([], '/app/points/activities')).toBeUndefined();
});
