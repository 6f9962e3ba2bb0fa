import { keep, kept } from '@ezhili/sdk';
import { reactive, watchEffect } from 'vue';

/** Dark or light, usual or large type: the reader's choice, kept by the browser. */
export const appearance = reactive({
  dark: kept('dark') === null ? (window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false) : kept('dark') === 'yes',
  elder: kept('elder') === 'yes',
});

export function setDark(dark: boolean): void {
  appearance.dark = dark;
  keep('dark', dark ? 'yes' : 'no');
}

export function setElder(elder: boolean): void {
  appearance.elder = elder;
  keep('elder', elder ? 'yes' : 'no');
}

/** Puts the choice on the page, now and when it changes. */
export function wearAppearance(): void {
  watchEffect(() => {
    document.documentElement.classList.toggle('dark', appearance.dark);
    document.documentElement.classList.toggle('elder', appearance.elder);
  });
}
