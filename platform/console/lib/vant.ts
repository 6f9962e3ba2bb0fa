import 'vant/lib/index.css';
export * from 'vant';
