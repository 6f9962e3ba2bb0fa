// @ts-expect-error Leaflet's types are those of its main file; this is the same code as an ES module
export * from 'leaflet/dist/leaflet-src.esm.js';
