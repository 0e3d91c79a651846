import './.config/jest-setup';
import './src/test/setup';
