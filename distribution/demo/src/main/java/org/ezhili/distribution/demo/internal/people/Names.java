package org.ezhili.distribution.demo.internal.people;

import java.util.Random;

/** Makes up names of people. */
final class Names {

    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文斌辉波宁凯健俊帆鑫晨宇浩然雪梅莉颖慧婷欣怡佳琪思源嘉诚永康春海峰云飞晓东林松柏";

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    String next() {
        String name = one(SURNAMES) + one(GIVEN);
        return random.nextInt(3) == 0 ? name : name + one(GIVEN);
    }

    private String one(String letters) {
        int place = random.nextInt(letters.length());
        return letters.substring(place, place + 1);
    }
}
