import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the page loads at once comes first, so that no later group takes a part of it along. The rest is joined where
          // editors share it: each file more that a start asks for costs it some milliseconds.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 4 },
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'charts', test: /node_modules[\\/]recharts[\\/]|renderer[\\/]charts[\\/]/, priority: 2 },
            {
              name: 'model',
              test: /node_modules[\\/](zod|temporal-polyfill)[\\/]|[\\/]shared[\\/](calendar|scenario)[\\/]/,
              priority: 1,
            },
            { name: 'common', test: /[\\/](shared|renderer)[\\/]/, minShareCount: 3, maxModuleSize: 30_000 },
          ],
        },
      },
    },
  },
});
