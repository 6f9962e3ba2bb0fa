import 'leaflet/dist/leaflet.css';
import '../sdk/tokens.css';
export * from '../sdk/index';
