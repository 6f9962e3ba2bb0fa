import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNTS, caller, enter, open, SHELLS, signIn, useBrowser } from './browser.mjs';

useBrowser();

const REFUSED = /status of 401/;

for (const [shell, { home, signIn: signInPage }] of Object.entries(SHELLS)) {
  describe(`signing in on the ${shell}`, () => {
    for (const account of ACCOUNTS) {
      test(`${account} signs in with the demo password and is greeted`, async (t) => {
        const page = await open(t, shell);
        await page.goto(home);
        await page.waitForURL(`**${signInPage}`);
        await signIn(page, account);
        await page.waitForURL((url) => url.pathname === home);
        await page.locator('h1', { hasText: '，您好' }).waitFor();
      });
    }

    test('a wrong password is refused without saying what was wrong, and the account stays written', async (t) => {
      const page = await open(t, shell, { expects: [REFUSED] });
      await page.goto(signInPage);
      await signIn(page, 'resident', 'not-the-password');
      await page.getByRole('alert').waitFor();
      assert.equal(await page.locator('input[autocomplete=username]').inputValue(), 'resident');
      assert.equal(await page.locator('input[autocomplete=current-password]').inputValue(), '');
      assert.equal(new URL(page.url()).pathname, signInPage);
    });

    test('whoever opens a page by its address signs in and comes to that page', async (t) => {
      const page = await open(t, shell);
      const wanted = shell === 'desktop' ? '/app/matters?state=closed' : '/m/matters?tab=reported';
      await page.goto(wanted);
      await signIn(page, 'community.gongdian');
      await page.waitForURL(`**${wanted}`);
    });

    test('an address that leads to another site after signing in is not followed', async (t) => {
      const page = await open(t, shell);
      await page.goto(`${signInPage}?next=//example.com/`);
      await signIn(page, 'resident');
      await page.waitForURL((url) => url.pathname === home);
    });

    test('a revoked session leads to the sign-in page, and from there back to the page', async (t) => {
      const page = await enter(t, shell, 'dept.citymgmt', { expects: [REFUSED] });
      const wanted = shell === 'desktop' ? '/app/matters?state=closed' : '/m/me';
      await page.goto(wanted);
      await page.locator('h1').waitFor();
      const it = await caller('it');
      assert.equal((await it('DELETE', '/api/security/v1/accounts/dept.citymgmt/sessions')).status, 204);
      await page.locator(shell === 'desktop' ? '.ez-side a' : '.ez-tabs a', { hasText: '事项' }).first().click();
      await page.getByText('登录已失效，请重新登录，之后会回到原来的页面').waitFor();
      const { searchParams } = new URL(page.url());
      await signIn(page, 'dept.citymgmt');
      await page.waitForURL(`**${searchParams.get('next')}`);
      await page.locator('h1').waitFor();
    });

    test('after signing out the browser’s back button shows nothing', async (t) => {
      const page = await enter(t, shell, 'resident', { expects: [REFUSED] });
      let leave;
      if (shell === 'desktop') {
        await page.locator('.ez-user').click();
        leave = page.getByRole('menuitem', { name: '退出登录' });
      } else {
        await page.goto('/m/me');
        leave = page.getByRole('button', { name: '退出登录' });
      }
      await Promise.all([page.waitForEvent('load'), leave.click()]);
      await page.waitForURL(`**${signInPage}`);
      await page.goBack();
      await page.waitForURL(`**${signInPage}*`);
      await page.locator('input[autocomplete=username]').waitFor();
    });
  });
}
