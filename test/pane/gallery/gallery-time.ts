import * as v from 'valibot';
import { Zone } from '../../../src/domain/time.ts';

/** The moment at which everything in the gallery happens: a Monday, at two in Helsinki. */
export const galleryNow = '2026-11-23T12:00:00.000Z';
export const galleryZone = v.parse(Zone, 'Europe/Helsinki');
