import { api, session } from '@ezhili/sdk';
import { reactive, watch, watchEffect } from 'vue';
import { appearance } from './appearance';
import { BLACK, legible, mix, WHITE } from './colours';

interface Look {
  name: string | null;
  logo: string | null;
  colour: string | null;
}

const PLAIN: Look = { name: null, logo: null, colour: null };
const LOOK = '/api/platform/v1/look';
const DARK_SURFACE = '#1a1f27';
const SOFT = 0.9;

/** A street's own name, logo and colour, for its people. */
export const look = reactive<Look>({ ...PLAIN });

export async function readLook(): Promise<void> {
  try {
    Object.assign(look, session.me ? await api.get<Look>(LOOK, undefined, { quiet: true }) : PLAIN);
  } catch {
    // without it the pages look as they come
    Object.assign(look, PLAIN);
  }
}

/** Element Plus and Vant take shades of the main colour from variables of their own. */
function shades(chosen: string, ground: string): Record<string, string> {
  const onGround = legible(chosen, ground);
  const soft = mix(onGround, ground, SOFT);
  // the colour stands on its own soft shade too, for instance in the menu
  const colour = legible(onGround, soft);
  const lighter = (part: number) => mix(colour, ground, part);
  return {
    '--ez-primary': colour,
    '--ez-primary-soft': soft,
    '--van-primary-color': colour,
    '--van-blue': colour,
    '--el-color-primary': colour,
    '--el-color-primary-light-3': lighter(0.3),
    '--el-color-primary-light-5': lighter(0.5),
    '--el-color-primary-light-7': lighter(0.7),
    '--el-color-primary-light-8': lighter(0.8),
    '--el-color-primary-light-9': lighter(0.9),
    '--el-color-primary-dark-2': mix(colour, BLACK, 0.2),
  };
}

const NAMES = Object.keys(shades(WHITE, WHITE));

function paint(element: HTMLElement, colour: string | null, dark: boolean): void {
  const ground = dark ? DARK_SURFACE : WHITE;
  const all: Record<string, string> = colour ? shades(colour, ground) : {};
  NAMES.forEach((name) => (all[name] ? element.style.setProperty(name, all[name]) : element.style.removeProperty(name)));
}

/** Puts the look on the page, now, when the signed-in person changes and when the street changes it. */
export function wearLook(): void {
  watch(() => session.me?.account, () => void readLook(), { immediate: true });
  watchEffect(() => paint(document.documentElement, look.colour, appearance.dark));
}
