import { beforeEach, describe, expect, it } from 'vitest';
import { holds, ProblemError, session } from '@ezhili/sdk';
import { me, ok, refused, serve } from './server';

describe('what a person may do', () => {
  it.each([
    [['340603002'], '340603002', true],
    [['340603002'], '340603002001', true],
    [['340603'], '340603002001001', true],
    [['340603003', '340603002'], '340603002001', true],
    [['340603002'], '340603003', false],
    [['340603002'], '340603', false],
    [[], '340603', false],
    [undefined, '340603', false],
    [[], undefined, false],
    [['340603002'], undefined, true],
    [['340603002'], null, true],
  ])('areas %j hold %s: %s', (areas, area, expected) => {
    expect(holds(areas, area)).toBe(expected);
  });
});

describe('the session', () => {
  beforeEach(async () => {
    serve(ok(me({ grants: [{ role: 'worker', area: '340603002001' }, { role: 'street', area: '340603002' }, { role: 'resident', area: '340603002' }] })));
    await session.load();
  });

  it('knows roles, permissions and areas, the widest first', () => {
    expect(session.has('street')).toBe(true);
    expect(session.has('it', 'district')).toBe(false);
    expect(session.may('matters.read', '340603002009')).toBe(true);
    expect(session.may('matters.read', '340603009')).toBe(false);
    expect(session.may('security.accounts')).toBe(false);
    expect(session.areas.value).toEqual(['340603002', '340603002001']);
  });

  it('is nobody when the server says so', async () => {
    serve(refused(401, 'unauthenticated'));
    await expect(session.load()).resolves.toBeNull();
    expect(session.state.expired).toBe(false);
    expect(session.may('matters.read')).toBe(false);
  });

  it('is not taken for ended when the server is not well', async () => {
    serve(refused(500, 'internal'));
    await expect(session.load()).rejects.toBeInstanceOf(ProblemError);
    expect(session.me?.account).toBe('street.east');
  });

  it('tells a refused sign-in without ending anything', async () => {
    serve(refused(429, 'sign-in-locked', {}, { 'Retry-After': '900' }));
    await expect(session.signIn('it', 'wrong')).rejects.toMatchObject({ status: 429, retryAfter: 900 });
    expect(session.me?.account).toBe('street.east');
  });

  it('forgets the person at sign-out even when the server is not reached', async () => {
    serve(new TypeError('Failed to fetch'));
    await expect(session.signOut()).rejects.toBeInstanceOf(ProblemError);
    expect(session.me).toBeNull();
    expect(session.state.expired).toBe(false);
  });
});
