import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue({ template: { transformAssetUrls: false } })],
  resolve: { alias: { '@ezhili/sdk': fileURLToPath(new URL('./sdk/index.ts', import.meta.url)) } },
  test: { environment: 'jsdom', include: ['test/**/*.test.{ts,mjs}'], restoreMocks: true, reporters: ['dot'] },
});
