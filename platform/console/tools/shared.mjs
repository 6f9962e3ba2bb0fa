// What all builds of the house's front end have in common: which libraries exist once in the browser, and how code is compiled.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';

export const consoleDir = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(join(consoleDir, 'package.json'));

/** One instance each in a browser, served under a stable address; a plug-in's code names them, it doesn't contain them. */
export const SHARED = {
  vue: '/ui/console/lib/vue.js',
  'vue-router': '/ui/console/lib/vue-router.js',
  'vue-i18n': '/ui/console/lib/vue-i18n.js',
  'element-plus': '/ui/console/lib/element-plus.js',
  vant: '/ui/console/lib/vant.js',
  leaflet: '/ui/console/lib/leaflet.js',
  '@zxing/browser': '/ui/console/lib/zxing.js',
  '@ezhili/sdk': '/ui/console/lib/sdk.js',
};

/** Phones in service for years: their web views understand this much. */
export const TARGET = ['es2020', 'chrome87', 'safari14', 'firefox78'];

const DEFINE = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
  __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
};

/** Rewrites shared libraries to their addresses, and finds every other package in the console's one node_modules. */
export function houseModules({ inside = [] } = {}) {
  return {
    name: 'ezhili-modules',
    enforce: 'pre',
    resolveId(source) {
      if (source.startsWith('.') || source.startsWith('/') || source.startsWith('\0')) {
        return null;
      }
      if (source in SHARED && !inside.includes(source)) {
        return { id: SHARED[source], external: true };
      }
      if (source === '@ezhili/sdk') {
        return join(consoleDir, 'sdk/index.ts');
      }
      return null;
    },
  };
}

/** Packages that a plug-in's folder names are those of the console's lock file. */
function housePackages() {
  return {
    name: 'ezhili-packages',
    async resolveId(source, importer) {
      if (!importer || /^[./\0]/.test(source) || importer.startsWith(consoleDir)) {
        return null;
      }
      return this.resolve(source, join(consoleDir, 'package.json'), { skipSelf: true });
    },
  };
}

/**
 * Bundles one entry into one file and its style sheet.
 * @param {{root:string, entry:string, out:string, name:string, inside?:string[], plugins?:any[], clean?:boolean}} what
 */
export async function bundle({ root, entry, out, name, inside = [], plugins = [], clean = false }) {
  await build({
    root,
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    define: DEFINE,
    plugins: [houseModules({ inside }), ...plugins, vue({ template: { transformAssetUrls: false } }), housePackages()],
    build: {
      target: TARGET,
      outDir: out,
      emptyOutDir: clean,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        input: { [name]: entry },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          assetFileNames: (asset) => (asset.names?.[0]?.endsWith('.css') ? `${name}.css` : `${name}-[name][extname]`),
          codeSplitting: false,
        },
      },
    },
  });
}

export { require };
