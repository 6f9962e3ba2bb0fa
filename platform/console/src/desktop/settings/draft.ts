import { formatNumber, localText, type Texts } from '@ezhili/sdk';
import type { SettingField, SettingsVersion, SettingValue, SettingValues } from '../../platform/calls';

export const titleOf = (field: SettingField): string => localText({ zh: field.title, en: field['x-title-en'] });
export const hintOf = (field: SettingField): string => localText({ zh: field.description ?? '', en: field['x-description-en'] ?? '' });
export const unitOf = (field: SettingField): string => localText({ zh: field['x-unit'] ?? '', en: field['x-unit-en'] ?? '' });

/** A value in the reader's words. */
export function wordOf(field: SettingField, value: SettingValue | undefined, t: Texts['t']): string {
  if (value === undefined || value === '') {
    return t(value === undefined ? 'settings.fromAbove' : 'settings.nothing');
  }
  if (typeof value === 'boolean') {
    return value ? t('settings.yes') : t('settings.no');
  }
  const choice = field['x-choices']?.[String(value)];
  if (choice) {
    return localText(choice);
  }
  if (field.format === 'picture') {
    return t('settings.picture');
  }
  return typeof value === 'number' ? `${formatNumber(value)} ${unitOf(field)}`.trim() : value;
}

/** What a version changed: names of fields, against the version before it. */
export function changed(version: SettingsVersion, before: SettingValues): string[] {
  return [...new Set([...Object.keys(version.values), ...Object.keys(before)])].filter((name) => version.values[name] !== before[name]);
}

/** Same names, same values. */
export const same = (one: SettingValues, other: SettingValues): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([name, value]) => other[name] === value);
