import type { Place } from '@ezhili/sdk';

export type NoPlace = 'insecure' | 'denied' | 'none';

/** Why the device does not say where it is. */
export class PlaceError extends Error {
  constructor(readonly reason: NoPlace) {
    super(reason);
  }
}

const DENIED = 1;

/** Where the device is, as exactly as it can tell. */
export function here(): Promise<Place> {
  if (!navigator.geolocation || !window.isSecureContext) {
    return Promise.reject(new PlaceError(navigator.geolocation ? 'insecure' : 'none'));
  }
  return new Promise((found, failed) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lon: coords.longitude, lat: coords.latitude }),
      (error) => failed(new PlaceError(error.code === DENIED ? 'denied' : 'none')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 20_000 },
    ),
  );
}
