declare module '@fontsource-variable/noto-sans-sc';
declare module '@fontsource/ibm-plex-sans/*';
