// @ezhili/sdk: what the console gives to the screens of every module. Its pieces stay compatible; see ../README.md.
export { api, freshKey, type CallOptions, type Page, type Query } from './api';
export { areas, type Area, type AreaLevel, type Place } from './areas';
export { formatDate, formatDistance, formatNumber, formatTime, ZONE } from './format';
export { describe, notify, useNotifier, type Notifier } from './notify';
export { usePage, page } from './page';
export {
  definePlugin,
  pathTo,
  shell,
  type LoadedPlugin,
  type Plugin,
  type PluginMenu,
  type PluginRoute,
  type PluginSlot,
  type SearchHit,
  type ShellKind,
} from './plugin';
export { keep, kept } from './preferences';
export { ProblemError, type Fault, type Problem } from './problem';
export { holds, session, type Grant, type Me, type RoleWord } from './session';
export { addTexts, i18n, language, localText, setLanguage, useTexts, type Language, type LocalText, type Messages, type Texts } from './texts';

export { default as AreaName } from './components/AreaName.vue';
export { default as AreaPicker } from './components/AreaPicker.vue';
export { default as EmptyState } from './components/EmptyState.vue';
export { default as ErrorNotice } from './components/ErrorNotice.vue';
export { default as MapView } from './components/MapView.vue';
export { default as PageActions } from './components/PageActions.vue';
export { default as PhotoPicker } from './components/PhotoPicker.vue';
export { default as PluginPart } from './components/PluginPart.vue';
export { default as PluginSlots } from './components/PluginSlots.vue';
export { default as TimeLine } from './components/TimeLine.vue';
export type { AreaStyle, MapFeatures, MapMarker, MapPlace, StoredPhoto, TimeLineItem } from './components/types';
