import { useTexts } from '@ezhili/sdk';

export const { t, has } = useTexts('points');
